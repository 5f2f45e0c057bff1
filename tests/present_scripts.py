"""Small maps in eight scripts, in the text grammar; two criteria each."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Script:
    """A map to write in one script.

    Attributes:
        language: of the workbook, as BCP 47 names it.
        text: the map; two options.
        criteria: two names.
        needs_system: whether no shipped font has its letters, so that bare machines show boxes.
    """

    name: str
    language: str
    text: str
    criteria: tuple[str, str]
    needs_system: bool = False


SCRIPTS = (
    Script(
        "latin",
        "de",
        """
Soll die Straßenbahn über die Universitätsbrücke weitergeführt werden, obwohl der Haushalt knapp ist?
* Ja, noch in diesem Jahr
  + Die Fahrgäste kämen schneller ans andere Ufer [major] ~70%
    - Nur solange die Verkehrssicherungspflichtverletzungen nicht überhandnehmen [moderate] ~50%
      + Öffentlichkeitsarbeit hat anderswo geholfen [minor] ~50%
  - Der Übergangsbahnhof müsste größer werden [major] ~70%
    > Ein Gutachten nennt zwölf Millionen Euro [major] ~90%
* Nein, der Bus genügt
  + Er fährt schon heute alle sechs Minuten [moderate] ~90%
  - Im Winter bleibt er oft stecken [minor] ~70%
""",
        ("Kosten für den städtischen Haushalt", "Erreichbarkeit der Außenbezirke"),
    ),
    Script(
        "cyrillic",
        "uk",
        """
Чи варто відкрити тимчасовий притулок у старій пожежній частині ще до зими?
* Так, уже цієї зими
  + Душові та кухня там уже є, тож витрати на облаштування невеликі [major] ~70%
    - Проводку не перевіряли понад двадцять років [moderate] ~70%
      + Електрик громади готовий зробити це безкоштовно [minor] ~50%
  - Будівля стоїть далеко від школи та лікарні [moderate] ~90%
    > Найближча зупинка автобуса за два кілометри [major] ~90%
* Ні, краще шкільна прибудова
  + Діти залишаться поруч зі своїми вчителями [major] ~70%
  - Місця вистачить лише для сорока людей [decisive] ~90%
""",
        ("Безпека мешканців узимку", "Витрати громади на рік"),
    ),
    Script(
        "greek",
        "el",
        """
Πρέπει ο δήμος να επισκευάσει τη γέφυρα πριν από τον χειμώνα;
* Ναι, αμέσως
  + Οι μαθητές θα φτάνουν με ασφάλεια στο σχολείο τους [major] ~70%
    - Το λεωφορείο τους πηγαίνει ήδη χωρίς καθυστέρηση [moderate] ~50%
      + Μόνο τις καθημερινές και όχι μετά το μεσημέρι [minor] ~70%
  - Τα χρήματα λείπουν από τον προϋπολογισμό [major] ~90%
    > Η τελευταία προσφορά ήταν διπλάσια [moderate] ~90%
* Όχι, αργότερα
  + Οι εργασίες κοστίζουν λιγότερο την άνοιξη [moderate] ~70%
  - Κάθε βροχή την κάνει πιο επικίνδυνη [major] ~70%
""",
        ("Ασφάλεια των πεζών", "Κόστος για τον δήμο"),
    ),
    Script(
        "arabic",
        "ar",
        """
هل ينبغي للبلدية أن تصلح الجسر القديم قبل بداية الشتاء؟
* نعم، في أقرب وقت ممكن
  + سيصل التلاميذ إلى مدارسهم بأمان كل صباح [major] ~70%
    - الحافلة تنقلهم الآن دون تأخير [moderate] ~50%
      + لا تعمل الحافلة بعد الظهر ولا أيام العطل [minor] ~70%
  - المال غير متوفر في ميزانية هذه السنة [major] ~90%
    > كان العرض الأخير ضعف التقدير الأول [moderate] ~90%
* لا، ننتظر حتى الربيع
  + تكون الأعمال أرخص في الطقس الدافئ [moderate] ~70%
  - كل مطر يجعل الجسر أكثر خطورة [major] ~70%
""",
        ("سلامة المشاة", "تكلفة البلدية"),
    ),
    Script(
        "hebrew",
        "he",
        """
האם כדאי לעירייה לתקן את הגשר הישן לפני תחילת החורף?
* כן, בהקדם האפשרי
  + התלמידים יגיעו לבית הספר בבטחה בכל בוקר [major] ~70%
    - האוטובוס כבר מסיע אותם בלי עיכובים [moderate] ~50%
      + הוא אינו נוסע אחר הצהריים ובחופשות [minor] ~70%
  - הכסף חסר בתקציב של השנה הזאת [major] ~90%
    > ההצעה האחרונה הייתה כפולה מן ההערכה [moderate] ~90%
* לא, נחכה לאביב
  + העבודות זולות יותר במזג אוויר נוח [moderate] ~70%
  - כל גשם הופך אותו למסוכן יותר [major] ~70%
""",
        ("בטיחות הולכי הרגל", "עלות לעירייה"),
    ),
    Script(
        "chinese",
        "zh",
        """
在冬天到来之前，市政府是否应当修理那座旧桥？
* 是的，应当尽快开工
  + 学生每天早上可以安全地走到学校 [major] ~70%
    - 公共汽车现在已经准时接送他们上学放学 [moderate] ~50%
      + 下午和节假日没有公共汽车 [minor] ~70%
  - 今年的预算里没有这笔钱 [major] ~90%
    > 最近一次报价比估计高出一倍 [moderate] ~90%
* 不，等到明年春天再说
  + 天气暖和的时候施工更便宜 [moderate] ~70%
  - 每下一场雨它就更加危险 [major] ~70%
""",
        ("行人的安全", "市政府的费用"),
    ),
    Script(
        "devanagari",
        "hi",
        """
क्या नगर पालिका को सर्दी से पहले पुराने पुल की मरम्मत करनी चाहिए?
* हाँ, जितनी जल्दी हो सके
  + बच्चे हर सुबह सुरक्षित रूप से स्कूल पहुँच सकेंगे [major] ~70%
    - बस अब भी उन्हें समय पर पहुँचा रही है अतः यह जरूरी नहीं [moderate] ~50%
  - इस वर्ष के बजट में पैसा नहीं है [major] ~90%
* नहीं, वसंत तक रुकें
  + गर्म मौसम में काम सस्ता पड़ता है [moderate] ~70%
  - हर बारिश में वह और खतरनाक हो जाता है [major] ~70%
""",
        ("राहगीरों की सुरक्षा", "नगर का खर्च"),
        needs_system=True,
    ),
    Script(
        "thai",
        "th",
        """
เทศบาลควรซ่อมสะพานเก่าก่อนฤดูหนาวหรือไม่
* ควร และต้องทำโดยเร็ว
  + นักเรียนจะเดินไปโรงเรียนได้อย่างปลอดภัยทุกเช้า [major] ~70%
    - รถประจำทางรับส่งนักเรียนตรงเวลาอยู่แล้ว [moderate] ~50%
  - งบประมาณปีนี้ไม่มีเงินสำหรับงานนี้ [major] ~90%
* ไม่ควร รอถึงปีหน้า
  + งานก่อสร้างถูกกว่าในฤดูร้อน [moderate] ~70%
  - ฝนตกทุกครั้งทำให้สะพานอันตรายขึ้น [major] ~70%
""",
        ("ความปลอดภัยของคนเดินเท้า", "ค่าใช้จ่ายของเทศบาล"),
        needs_system=True,
    ),
)

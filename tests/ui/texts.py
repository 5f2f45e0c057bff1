"""Texts that tests and screenshots paste."""

ARTICLE = """How a small town might spend its reserve

The council meets next week, and three groups have sent their views on what should be done with the money.

Background

The reserve has grown over ten years. Nobody planned it; costs were lower than feared in most of them, and the town has
put off repairs to the bridge and the library for as long. A choice is due because a grant runs out in the spring.

Pros:
  • Safer bridge: Repairs now cost a third of what they will cost after another hard winter.
  • Local work: Two firms in the town could do most of it and would hire.

Cons:
  • No cushion left: Another flood would find the town without means.
  • Late start: The bridge would be closed through the tourist season.

For any plan to be worth it, it must answer some plain tests:
  • Cost: What is spent, and by whom?
  • Speed: When does anybody notice?
"""

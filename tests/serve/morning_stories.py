"""Three invented articles for a desk's morning: two links in doubt, and more than twenty claims."""

STORIES = {
    "harbour.md": """---
title: Harbour counts its gains
outlet: Vale Radio
date: 2031-05-04
---

Tomas Quillfeather, an analyst at Marrow Street, said that the harbour had done well this spring.

"We have never had so many boats," said Ines Haldrup, the harbour master.

The new crane cost 14 million crowns, Haldrup said. She added that a second one would follow in the autumn.

"Nobody will lose their job over it," she said.

Maren Oxbow, a spokeswoman for the port, said that fees would stay as they are until 2033.

Quillfeather warned that the good weather would not last. "One storm and the figures look different," he said.

According to Haldrup, the port will open a third quay in June.
""",
    "court.md": """---
title: Two in court over missing oats
outlet: Herald
date: 2031-06-04
---

Quillfeather said that he had stolen nothing. The trial will go on in Bristol.

"I was at home that night," he told the court.

The prosecutor, Lene Marwick, said that 40 sacks of oats had left the barn within a week.

Oxbow said that she had seen a lorry without plates. She denied that she had helped to load it.

Judge Pavel Strand said that the court would hear two more witnesses on Monday.

"The barn had no lock," Marwick said.
""",
    "quay.md": """---
title: A third quay for the port
outlet: Gazette
date: 2031-05-06
---

The third quay of the port will be ready in June, harbour master Ines Haldrup said.

"We have never had so many boats," Haldrup said.

The mayor, Otto Brandvold, said that the town had waited for this quay for ten years.

"It will bring work to the valley," he said.

A union leader, Signe Roth, said that the wages at the port were too low. She demanded talks before the summer.

Brandvold said that he would talk to the union next week.
""",
}

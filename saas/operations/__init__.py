"""Operations: what the operator of Kesher does with companies, and knows of them.

An operation has a reason and somebody who answers for it; it stands in the operator's book and in the company's own
trail. What members do inside their company is none.
"""

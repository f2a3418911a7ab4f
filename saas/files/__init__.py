"""Files: what people hang on records, and where its content is kept.

An *attachment* is a name on a record, by a member; a *stored file* is content, kept once for a company under its
SHA-256, in a folder or an S3 bucket. What it *holds* is found out from the content, never believed. A *preview* is a
small picture of it. Rights are the record's: who sees it sees its files, who may change it adds and takes away.
"""

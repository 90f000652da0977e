"""The life of an engagement's files: what is kept, what is renewed, and what a failure leaves behind."""

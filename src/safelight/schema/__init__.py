"""The words of Safelight: items, evidence, findings, assessments, advice, errors (standard library only)."""

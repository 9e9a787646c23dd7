"""REFI-QDA: projects and codebooks of QualCoder, ATLAS.ti, MAXQDA, NVivo."""

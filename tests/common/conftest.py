from hypothesis import settings

# A slow machine is no failure.
settings.register_profile("without deadline", deadline=None)
settings.load_profile("without deadline")

from tests.posters.conftest import faces, pytest_collection_modifyitems

__all__ = ["faces", "pytest_collection_modifyitems"]

package io.playcaller.health.fold.app;

class MemoryFoldStoreTest extends FoldStoreConformance {

    private final MemoryFoldStore store = new MemoryFoldStore();

    @Override
    protected FoldStore store() {
        return store;
    }
}

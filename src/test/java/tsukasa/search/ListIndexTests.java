package tsukasa.search;

class ListIndexTests extends SearchIndexContract {
    @Override
    protected SearchIndex empty() {
        return new ListIndex(SHAPE);
    }
}

package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsukasa.plan.Doubt;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.MoneyTable.Kind;
import tsukasa.plan.TableAuditor;

/// All money tables of a document.
final class TablesReader {
    private final LabelDictionary dictionary;
    private final TableAuditor auditor;

    TablesReader(LabelDictionary dictionary, TableAuditor auditor) {
        this.dictionary = dictionary;
        this.auditor = auditor;
    }

    record Found(List<MoneyTable> tables, List<Doubt> doubts) {}

    Found read(Outline outline) {
        List<Doubt> doubts = new ArrayList<>();
        List<MoneyTable> tables = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Map<Kind, Integer> unnumbered = new EnumMap<>(Kind.class);
        for (Outline.Entry entry : outline.entries()) {
            if (entry instanceof Outline.TableLines passage) {
                for (TableDraft draft : TableSorter.sort(passage, dictionary, doubts)) {
                    String id = unique(draft, ids, unnumbered, doubts);
                    tables.add(new TableBuilder(draft, id, dictionary, auditor, doubts).build());
                }
            }
        }
        return new Found(tables, doubts);
    }

    /// The number of its annex, or kind and sequence, `1-2`, where the text gives none.
    private static String unique(TableDraft draft, Set<String> ids, Map<Kind, Integer> unnumbered, List<Doubt> doubts) {
        if (!draft.id().isEmpty() && ids.add(draft.id())) {
            return draft.id();
        }
        if (!draft.id().isEmpty()) {
            doubts.add(new Doubt(draft.line(), Doubt.Kind.NUMBERING, TableDoubts.twice(draft.id())));
        }
        String id = "";
        while (id.isEmpty() || !ids.add(id)) {
            id = (draft.kind().ordinal() + 1) + "-" + unnumbered.merge(draft.kind(), 1, Integer::sum);
        }
        return id;
    }
}

package tsukasa.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsukasa.kernel.Text;

/// 勘定 and セグメント: how the money tables are divided, and which sections of the plan each segment pays for.
public record Accounts(List<Account> accounts, List<Segment> segments, List<PersonnelEstimate> personnel) {
    /// The 総表 over all accounts.
    public static final String TOTAL = "total";

    public Accounts {
        accounts = List.copyOf(accounts);
        segments = List.copyOf(segments);
        personnel = List.copyOf(personnel);
    }

    public static Accounts none() {
        return new Accounts(List.of(), List.of(), List.of());
    }

    /// @param segments ids, in printed order; empty for an account that is not divided
    /// @param sections places it pays for; empty where its segments say it
    public record Account(String id, Text title, List<String> segments, List<Place> sections) {
        public Account {
            segments = List.copyOf(segments);
            sections = List.copyOf(sections);
        }
    }

    /// @param sections places; empty for what serves all of them, such as 法人共通
    public record Segment(String id, Text title, List<Place> sections) {
        public Segment {
            sections = List.copyOf(sections);
        }
    }

    /// 人件費の見積り: what of a budget table is pay, in millions of yen.
    ///
    /// @param segments the part of each segment for which one is printed
    public record PersonnelEstimate(
            String table, String account, long millions, Map<String, Long> segments, Optional<Text> note) {
        public PersonnelEstimate {
            segments = Map.copyOf(segments);
        }
    }

    public Optional<Account> account(String id) {
        return accounts.stream().filter(a -> a.id().equals(id)).findFirst();
    }

    public Optional<Segment> segment(String id) {
        return segments.stream().filter(s -> s.id().equals(id)).findFirst();
    }
}

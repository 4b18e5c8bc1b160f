package tsukasa.exposure.installed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.naming.CpeName;
import tsukasa.naming.CpeValue;
import tsukasa.naming.VersionScheme;
import tsukasa.naming.Versions;
import tsukasa.vulnerability.Component;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.Verdict;
import tsukasa.vulnerability.Verdict.Answer;
import tsukasa.vulnerability.Verdicts;

/// Asks for each version that somebody has, and for the newest version of the same product that fixed something.
@Service
class VersionDesk {
    private final Verdicts verdicts;
    private final Entries entries;
    private final Versions versions;

    VersionDesk(Verdicts verdicts, Entries entries, Versions versions) {
        this.verdicts = verdicts;
        this.entries = entries;
        this.versions = versions;
    }

    /// @param known  whether any entry speaks of the product
    /// @param found  what affects the version or may, the gravest first
    /// @param target the version from which on nothing of it is left, as far as sources tell
    /// @param newest the newest version of the product that is known to have fixed something
    record Checked(
            Software software,
            String version,
            boolean known,
            List<Hit> found,
            Optional<String> target,
            Optional<String> newest) {
        Checked {
            found = List.copyOf(found);
        }

        boolean affected() {
            return found.stream().anyMatch(hit -> hit.verdict().answer() == Answer.AFFECTED);
        }
    }

    record Hit(Verdict verdict, EntryHead head) {}

    @Transactional(readOnly = true)
    public List<Checked> check(Map<Software, String> installed) {
        List<Map.Entry<Software, String>> asked = List.copyOf(installed.entrySet());
        List<Component> components = new ArrayList<>();
        asked.forEach(each -> {
            components.add(new Component.ByCpe(name(each.getKey(), CpeValue.literal(each.getValue()))));
            components.add(new Component.ByCpe(name(each.getKey(), CpeValue.ANY)));
        });
        Map<Integer, List<Verdict>> told = new HashMap<>();
        verdicts.check(
                components,
                verdict -> told.computeIfAbsent(verdict.component(), _ -> new ArrayList<>())
                        .add(verdict));
        List<Checked> all = new ArrayList<>();
        for (int at = 0; at < asked.size(); at++) {
            all.add(checked(
                    asked.get(at).getKey(),
                    asked.get(at).getValue(),
                    told.getOrDefault(2 * at, List.of()),
                    told.getOrDefault(2 * at + 1, List.of())));
        }
        return all;
    }

    private static CpeName name(Software software, CpeValue version) {
        return CpeName.of("a", software.vendor(), software.product(), version);
    }

    private Checked checked(Software software, String version, List<Verdict> own, List<Verdict> any) {
        Map<Long, Verdict> concerned = new LinkedHashMap<>();
        own.stream()
                .filter(verdict -> verdict.answer() != Answer.NOT_AFFECTED)
                .forEach(verdict -> concerned.put(verdict.entry(), verdict));
        List<Hit> found = new ArrayList<>();
        entries.heads(concerned.keySet()).forEach(head -> {
            Verdict verdict = concerned.get(head.id());
            if (verdict != null) {
                found.add(new Hit(verdict, head));
            }
        });
        found.sort(java.util.Comparator.comparing((Hit hit) -> hit.verdict().answer())
                .thenComparing(hit -> hit.head().exploited() == null)
                .thenComparing(
                        hit -> hit.head().tenths() == null ? 0 : -hit.head().tenths()));
        return new Checked(
                software, version, !own.isEmpty(), found, last(found.stream().map(Hit::verdict)), last(any.stream()));
    }

    private Optional<String> last(Stream<Verdict> all) {
        return all.flatMap(verdict -> verdict.fix().stream()).max(versions.order(VersionScheme.GENERIC));
    }

    /// Whether a version comes before another one.
    boolean before(String version, String other) {
        return versions.compare(VersionScheme.GENERIC, version, other) < 0;
    }
}

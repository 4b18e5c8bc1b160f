package tsukasa.watching.keeping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tsukasa.vulnerability.ChangedEntries;
import tsukasa.vulnerability.Component;
import tsukasa.vulnerability.Verdict;
import tsukasa.vulnerability.Verdict.Answer;
import tsukasa.vulnerability.Verdicts;

/// Judges items of many lists about a few entries. What several items are called is asked once; only where a
/// configuration takes part, the whole list is asked, since each item may be the platform of another one.
@org.springframework.stereotype.Component
class Judging {
    private static final int AT_ONCE = 5_000;
    private static final int LISTS_AT_ONCE = 500;
    private final ChangedEntries changed;
    private final Verdicts verdicts;
    private final ItemStore items;
    private final Names names;

    Judging(ChangedEntries changed, Verdicts verdicts, ItemStore items, Names names) {
        this.changed = changed;
        this.verdicts = verdicts;
        this.items = items;
        this.names = names;
    }

    /// By item and entry, what is said of them; both answers.
    Map<Long, Map<Long, Verdict>> judge(List<Watched> watched, Set<Long> entries) {
        Map<List<String>, Map<Long, Verdict>> alone = alone(watched, entries);
        Map<Long, Map<Long, Verdict>> all = new HashMap<>();
        Set<Watched> beside = new LinkedHashSet<>();
        Set<Long> about = new HashSet<>();
        for (Watched item : watched) {
            Map<Long, Verdict> its = alone.getOrDefault(item.names(), Map.of());
            all.put(item.item(), its);
            its.forEach((entry, verdict) -> {
                if (verdict.besideOthers()) {
                    beside.add(item);
                    about.add(entry);
                }
            });
        }
        if (!beside.isEmpty()) {
            besideOthers(beside, about, all);
        }
        return all;
    }

    private Map<List<String>, Map<Long, Verdict>> alone(List<Watched> watched, Set<Long> entries) {
        List<List<String>> asked =
                watched.stream().map(Watched::names).distinct().toList();
        Map<List<String>, Map<Long, Verdict>> told = new HashMap<>();
        for (int from = 0; from < asked.size(); from += AT_ONCE) {
            List<List<String>> some = asked.subList(from, Math.min(asked.size(), from + AT_ONCE));
            changed.judge(
                    some.stream().map(names::components).toList(),
                    entries,
                    (verdict, question) -> told.computeIfAbsent(some.get(question), _ -> new HashMap<>())
                            .merge(verdict.entry(), verdict, Judging::graver));
        }
        return told;
    }

    /// What a list holds by CPE name: its components, and the names of the item that each belongs to.
    private record Inventory(List<Component> components, List<List<String>> owners) {}

    /// Lists that hold the same by CPE name are one question.
    private void besideOthers(Set<Watched> beside, Set<Long> entries, Map<Long, Map<Long, Verdict>> all) {
        Map<UUID, List<List<String>>> held =
                items.byCpe(beside.stream().map(Watched::list).distinct().toList());
        Map<List<List<String>>, Set<List<String>>> wanted = new LinkedHashMap<>();
        for (Watched item : beside) {
            List<List<String>> its = held.getOrDefault(item.list(), List.of());
            if (its.size() > 1) {
                wanted.computeIfAbsent(its, _ -> new HashSet<>()).add(item.names());
            }
        }
        Map<List<List<String>>, Map<List<String>, Map<Long, Verdict>>> told = asked(wanted, entries);
        for (Watched item : beside) {
            Map<Long, Verdict> its = told.getOrDefault(held.getOrDefault(item.list(), List.of()), Map.of())
                    .getOrDefault(item.names(), Map.of());
            if (!its.isEmpty()) {
                Map<Long, Verdict> both = new HashMap<>(all.getOrDefault(item.item(), Map.of()));
                both.putAll(its);
                all.put(item.item(), both);
            }
        }
    }

    private Map<List<List<String>>, Map<List<String>, Map<Long, Verdict>>> asked(
            Map<List<List<String>>, Set<List<String>>> wanted, Set<Long> entries) {
        List<List<List<String>>> all = List.copyOf(wanted.keySet());
        Map<List<List<String>>, Map<List<String>, Map<Long, Verdict>>> told = new HashMap<>();
        for (int from = 0; from < all.size(); from += LISTS_AT_ONCE) {
            ask(all.subList(from, Math.min(all.size(), from + LISTS_AT_ONCE)), wanted, entries, told);
        }
        return told;
    }

    private void ask(
            List<List<List<String>>> asked,
            Map<List<List<String>>, Set<List<String>>> wanted,
            Set<Long> entries,
            Map<List<List<String>>, Map<List<String>, Map<Long, Verdict>>> told) {
        List<Inventory> inventories = asked.stream().map(this::inventory).toList();
        changed.judge(inventories.stream().map(Inventory::components).toList(), entries, (verdict, question) -> {
            List<String> owner = inventories.get(question).owners().get(verdict.component());
            if (wanted.getOrDefault(asked.get(question), Set.of()).contains(owner)) {
                told.computeIfAbsent(asked.get(question), _ -> new HashMap<>())
                        .computeIfAbsent(owner, _ -> new HashMap<>())
                        .merge(verdict.entry(), verdict, Judging::graver);
            }
        });
    }

    private Inventory inventory(List<List<String>> held) {
        List<Component> components = new ArrayList<>();
        List<List<String>> owners = new ArrayList<>();
        for (List<String> its : held) {
            for (Component component : names.components(its)) {
                components.add(component);
                owners.add(its);
            }
        }
        return new Inventory(components, owners);
    }

    /// An item that has several names is concerned if one of them is.
    private static Verdict graver(Verdict one, Verdict other) {
        return rank(other.answer()) < rank(one.answer()) ? other : one;
    }

    private static int rank(Answer answer) {
        return switch (answer) {
            case AFFECTED -> 0;
            case POSSIBLY -> 1;
            case NOT_AFFECTED -> 2;
        };
    }

    /// By item and entry, all that the database says of items that lie side by side.
    Map<Long, Map<Long, Verdict>> whole(List<Watched> watched) {
        List<Component> question = new ArrayList<>();
        List<Long> owners = new ArrayList<>();
        for (Watched item : watched) {
            names.components(item.names()).forEach(component -> {
                question.add(component);
                owners.add(item.item());
            });
        }
        Map<Long, Map<Long, Verdict>> all = new HashMap<>();
        verdicts.check(
                question,
                verdict -> all.computeIfAbsent(owners.get(verdict.component()), _ -> new HashMap<>())
                        .merge(verdict.entry(), verdict, Judging::graver));
        return all;
    }

    /// The names of the products that an item means, as changes tell them.
    Set<String> productNames(Collection<String> of) {
        Set<String> all = new LinkedHashSet<>();
        names.components(List.copyOf(of)).forEach(component -> all.addAll(changed.names(component)));
        return all;
    }
}

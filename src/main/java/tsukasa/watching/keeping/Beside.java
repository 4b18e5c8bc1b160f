package tsukasa.watching.keeping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import tsukasa.vulnerability.ChangedEntries;
import tsukasa.vulnerability.ChangedEntries.Question;
import tsukasa.vulnerability.Component;
import tsukasa.vulnerability.Verdict;
import tsukasa.watching.keeping.BesideStore.Held;
import tsukasa.watching.keeping.BesideStore.Platform;

/// Judges where a configuration takes part, and each item may be the platform of another one. Of a list only what the
/// configurations name can matter, and of which parts there is anything; lists that are alike in that are one question.
@org.springframework.stereotype.Component
class Beside {
    private static final int AT_ONCE = 2_000;
    private final ChangedEntries changed;
    private final BesideStore store;
    private final Names names;

    Beside(ChangedEntries changed, BesideStore store, Names names) {
        this.changed = changed;
        this.store = store;
        this.names = names;
    }

    /// What is asked of many items.
    private record Asked(String digest, List<String> beside, Set<String> parts) {}

    /// By item and entry, what is said of it in its list.
    ///
    /// @param about by digest of names the entries whose configurations decide about it
    /// @param configured by entry the products that its configurations name
    Map<Long, Map<Long, Verdict>> judge(
            List<Named> named, Map<String, Set<Long>> about, Map<Long, Set<String>> configured) {
        Set<Long> entries = new HashSet<>();
        about.values().forEach(entries::addAll);
        Map<String, List<String>> called = new HashMap<>();
        named.forEach(each -> called.put(each.digest(), each.names()));
        Map<Asked, List<Long>> asked = asked(about, configured, called);
        Map<String, List<Component>> read = new HashMap<>();
        List<Asked> all = List.copyOf(asked.keySet());
        Map<Long, Map<Long, Verdict>> told = new HashMap<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Asked> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            ask(some, digest -> components(digest, called, read), entries).forEach((one, its) -> {
                its.keySet().retainAll(about.getOrDefault(one.digest(), Set.of()));
                asked.getOrDefault(one, List.of()).forEach(item -> told.put(item, its));
            });
        }
        return told;
    }

    private List<Component> components(
            String digest, Map<String, List<String>> called, Map<String, List<Component>> read) {
        return read.computeIfAbsent(digest, _ -> names.components(called.getOrDefault(digest, List.of())));
    }

    /// What is asked, and the items that it is asked for.
    ///
    /// @param called by digest of names, to which those of platforms are added
    private Map<Asked, List<Long>> asked(
            Map<String, Set<Long>> about, Map<Long, Set<String>> configured, Map<String, List<String>> called) {
        Map<String, Set<String>> products = new HashMap<>();
        about.forEach((digest, entries) -> {
            Set<String> its = new HashSet<>();
            entries.forEach(entry -> its.addAll(configured.getOrDefault(entry, Set.of())));
            products.put(digest, its);
        });
        Set<String> any = new HashSet<>();
        products.values().forEach(any::addAll);
        List<Held> held = store.called(about.keySet());
        Set<UUID> lists = new LinkedHashSet<>();
        held.forEach(each -> lists.add(each.list()));
        Map<UUID, List<Platform>> platforms = store.platforms(lists, any);
        platforms.values().forEach(its -> its.forEach(each -> called.putIfAbsent(each.digest(), each.names())));
        Map<UUID, Set<String>> parts = store.parts(lists);
        Map<Asked, List<Long>> asked = new LinkedHashMap<>();
        for (Held each : held) {
            Set<String> wanted = products.getOrDefault(each.digest(), Set.of());
            List<String> beside = platforms.getOrDefault(each.list(), List.of()).stream()
                    .filter(one -> wanted.contains(one.product()))
                    .map(Platform::digest)
                    .filter(digest -> !digest.equals(each.digest()))
                    .distinct()
                    .toList();
            Asked one = new Asked(each.digest(), beside, parts.getOrDefault(each.list(), Set.of()));
            asked.computeIfAbsent(one, _ -> new ArrayList<>()).add(each.item());
        }
        return asked;
    }

    private Map<Asked, Map<Long, Verdict>> ask(
            List<Asked> asked, Function<String, List<Component>> components, Set<Long> entries) {
        Map<Asked, Map<Long, Verdict>> told = new HashMap<>();
        List<Question> questions = asked.stream()
                .map(one -> new Question(
                        components.apply(one.digest()),
                        one.beside().stream()
                                .flatMap(digest -> components.apply(digest).stream())
                                .toList(),
                        one.parts()))
                .toList();
        changed.judge(
                questions,
                entries,
                (verdict, question) -> told.computeIfAbsent(asked.get(question), _ -> new HashMap<>())
                        .merge(verdict.entry(), verdict, Judging::graver));
        return told;
    }
}

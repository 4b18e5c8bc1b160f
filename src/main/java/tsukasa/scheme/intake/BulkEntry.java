package tsukasa.scheme.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.kernel.FiscalYear;
import tsukasa.scheme.Fault;
import tsukasa.scheme.Receipt;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.Schemes;
import tsukasa.scheme.Submission;
import tsukasa.scheme.intake.CaseStore.NewCase;
import tsukasa.scheme.intake.EntryStore.NewEntry;

/// Enters many submissions at once: the same rules, events and register as one by one, in a few statements.
@Component
class BulkEntry {
    static final int BATCH = 2_000;
    private final Schemes schemes;
    private final CaseStore cases;
    private final EntryStore entries;

    BulkEntry(Schemes schemes, CaseStore cases, EntryStore entries) {
        this.schemes = schemes;
        this.cases = cases;
        this.entries = entries;
    }

    /// One transaction. Receipts come in the order of the submissions.
    ///
    /// @param checked the faults of each submission
    @Transactional
    List<Receipt> enter(List<Submission> batch, List<List<Fault>> checked, Instant now, LocalDate today) {
        List<Receipt> receipts =
                new ArrayList<>(java.util.Collections.nCopies(batch.size(), new Receipt.Refused(List.of())));
        Map<String, List<Integer>> byScheme = new HashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            List<Fault> faults = checked.get(i);
            if (faults.isEmpty()) {
                byScheme.computeIfAbsent(batch.get(i).scheme(), s -> new ArrayList<>())
                        .add(i);
            } else {
                receipts.set(i, new Receipt.Refused(faults));
            }
        }
        byScheme.forEach((id, indexes) -> enter(schemes.find(id).orElseThrow(), batch, indexes, receipts, now, today));
        return receipts;
    }

    private void enter(
            Scheme scheme,
            List<Submission> batch,
            List<Integer> indexes,
            List<Receipt> receipts,
            Instant now,
            LocalDate today) {
        List<Statement> says = indexes.stream()
                .map(i -> Statement.of(scheme, batch.get(i).answers()))
                .toList();
        cases.hold(IntakeDesk.everybody(scheme.id()));
        Map<String, String> known = new HashMap<>(cases.numbersByKey(
                scheme.id(), indexes.stream().map(i -> batch.get(i).key()).toList()));
        Set<String> taken = new HashSet<>(entries.standing(
                scheme.id(), says.stream().map(Statement::corporateNumber).toList(), today));
        FiscalYear year = FiscalYear.of(today);
        long next = cases.reserve(scheme.id(), year.year(), indexes.size());
        List<NewCase> made = new ArrayList<>();
        List<Integer> chosen = new ArrayList<>();
        for (int k = 0; k < indexes.size(); k++) {
            Submission submission = batch.get(indexes.get(k));
            Statement said = says.get(k);
            if (known.containsKey(submission.key())) {
                receipts.set(indexes.get(k), new Receipt.Repeated(known.get(submission.key())));
            } else if (!scheme.confidential()
                    && !said.corporateNumber().isEmpty()
                    && !taken.add(said.corporateNumber())) {
                receipts.set(indexes.get(k), new Receipt.AlreadyRegistered(said.corporateNumber()));
            } else {
                String number = CaseNumbers.format(scheme, year, next++);
                known.put(submission.key(), number);
                made.add(newCase(scheme, submission, said, number));
                chosen.add(k);
            }
        }
        write(batch, indexes, says, made, chosen, receipts, now, today);
    }

    private static NewCase newCase(Scheme scheme, Submission submission, Statement said, String number) {
        return new NewCase(
                number,
                scheme.id(),
                scheme.version(),
                IntakeDesk.REGISTERED,
                said.subjectKey(number),
                said.name(),
                said.prefecture(),
                said.level(),
                submission.key(),
                AnswerRules.json(submission.answers()).toString(),
                scheme.confidential());
    }

    private void write(
            List<Submission> batch,
            List<Integer> indexes,
            List<Statement> says,
            List<NewCase> made,
            List<Integer> chosen,
            List<Receipt> receipts,
            Instant now,
            LocalDate today) {
        List<Optional<Long>> ids = cases.insert(made, now);
        List<CaseEvent> happened = new ArrayList<>();
        List<NewEntry> register = new ArrayList<>();
        for (int m = 0; m < made.size(); m++) {
            NewCase file = made.get(m);
            int index = indexes.get(chosen.get(m));
            if (ids.get(m).isEmpty()) {
                receipts.set(index, new Receipt.Repeated(file.number()));
                continue;
            }
            long id = ids.get(m).get();
            Statement said = says.get(chosen.get(m));
            String actor = batch.get(index).actor();
            CaseEvent received =
                    new CaseEvent(id, 1, "received", null, said.level(), today, now, actor, file.answers(), null);
            happened.add(received);
            happened.add(
                    new CaseEvent(id, 2, "declared", null, said.level(), today, now, actor, "{}", received.hash()));
            if (!file.confidential()) {
                register.add(new NewEntry(file.scheme(), file.subjectKey(), id, file.number(), said, today));
            }
            receipts.set(index, new Receipt.Registered(file.number()));
        }
        cases.append(happened);
        entries.insert(register, now);
    }
}

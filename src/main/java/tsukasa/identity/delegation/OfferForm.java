package tsukasa.identity.delegation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tsukasa.identity.Extent;
import tsukasa.identity.Organisation;
import tsukasa.identity.Organisations;
import tsukasa.identity.delegation.DelegationStore.Offer;
import tsukasa.kernel.CorporateNumber;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;

/// What an owner fills in to let another organisation act for theirs, as it was typed.
record OfferForm(String number, List<String> services, String extent, String lastDay) {
    static final String ALL = "all";
    private static final int LONGEST_YEARS = 3;

    static OfferForm empty(LocalDate today) {
        return new OfferForm(
                "",
                List.of(ALL),
                Extent.PREPARE.name(),
                today.plusYears(1).minusDays(1).toString());
    }

    static OfferForm of(String number, @Nullable List<String> services, String extent, String lastDay) {
        return new OfferForm(
                shortened(number),
                services == null
                        ? List.of()
                        : services.stream().limit(100).map(OfferForm::shortened).toList(),
                shortened(extent),
                shortened(lastDay));
    }

    private static String shortened(String text) {
        return text.replaceAll("\\p{Cc}", "")
                .substring(0, Math.min(64, text.replaceAll("\\p{Cc}", "").length()));
    }

    sealed interface Outcome {
        record Good(Offer offer, Organisation delegate) implements Outcome {}

        record Bad(Errors errors) implements Outcome {}
    }

    Outcome read(Frame f, UUID giver, Set<String> known, Organisations organisations) {
        Errors errors = Errors.none();
        Optional<CorporateNumber> typed = CorporateNumber.parse(number);
        Optional<Organisation> delegate = typed.flatMap(organisations::findByCorporateNumber);
        Optional<Extent> far = Arrays.stream(Extent.values())
                .filter(one -> one.name().equals(extent))
                .findFirst();
        Optional<LocalDate> day = day();
        Optional<String> wrong = wrongDelegate(f, giver, typed, delegate);
        if (wrong.isPresent()) {
            errors = errors.with("number", wrong.get());
        }
        if (services.isEmpty() || !services.contains(ALL) && !known.containsAll(services)) {
            errors = errors.with("services", f.say("任せる手続きを選んでください。", "Choose what it may be used for."));
        }
        if (far.isEmpty()) {
            errors = errors.with("extent", f.say("どこまで任せるかを選んでください。", "Choose how far they may go."));
        }
        if (day.isEmpty()
                || day.get().isBefore(f.today())
                || day.get().isAfter(f.today().plusYears(LONGEST_YEARS))) {
            errors = errors.with(
                    "last-day", f.say("今日から3年以内の日を入力してください。", "Enter a day from today to three years ahead."));
        }
        return errors.isEmpty()
                ? new Outcome.Good(
                        new Offer(giver, delegate.orElseThrow().id(), scope(), far.orElseThrow(), day.orElseThrow()),
                        delegate.orElseThrow())
                : new Outcome.Bad(errors);
    }

    private static Optional<String> wrongDelegate(
            Frame f, UUID giver, Optional<CorporateNumber> typed, Optional<Organisation> delegate) {
        if (typed.isEmpty()) {
            return Optional.of(f.say(
                    "13桁の法人番号を入力してください。番号の写し間違いも確かめてください。",
                    "Enter the 13 digits of a corporate number, and check them."));
        }
        if (delegate.isEmpty()) {
            return Optional.of(f.say(
                    "この法人番号の組織は、まだこのサイトに登録されていません。先方に登録を依頼してください。",
                    "No organisation with this number is registered here yet. Ask them to register."));
        }
        return delegate.get().id().equals(giver)
                ? Optional.of(f.say("ご自分の組織には任せられません。", "This is your own organisation."))
                : Optional.empty();
    }

    private Set<String> scope() {
        return services.contains(ALL) ? Set.of() : new LinkedHashSet<>(services);
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(lastDay.strip()));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }
}

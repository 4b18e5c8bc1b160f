package tsukasa.identity.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.identity.ReturnPath;
import tsukasa.identity.Secret;
import tsukasa.identity.oidc.ArrivalStore.Arrival;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;

/// Keeps an identity that belongs to nobody here for half an hour, for the browser that brought it, until its owner has
/// signed in and says that it is theirs.
@Component
class Arrivals {
    private static final Duration VALID = Duration.ofMinutes(30);
    private final ArrivalStore store;
    private final Clock clock;

    Arrivals(ArrivalStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Transactional
    public void keep(
            Identity identity,
            @Nullable UUID person,
            ReturnPath goOn,
            HttpServletRequest request,
            HttpServletResponse response) {
        Secret cookie = Secret.fresh();
        store.add(
                cookie.hash(),
                new Arrival(identity, person, goOn),
                clock.instant(),
                clock.instant().plus(VALID));
        Cookies.ARRIVAL.write(cookie, VALID, request, response);
    }

    /// @param person who is signed in; one that was begun in somebody's session is for nobody else
    Arrival waiting(HttpServletRequest request, @Nullable UUID person) {
        return Cookies.ARRIVAL
                .read(request)
                .flatMap(cookie -> store.find(cookie.hash(), clock.instant()))
                .filter(arrival -> arrival.person() == null || arrival.person().equals(person))
                .orElseThrow(Arrivals::over);
    }

    /// Of two confirmations at once only one goes on.
    @Transactional
    public Arrival take(HttpServletRequest request, HttpServletResponse response, UUID person) {
        Arrival arrival = waiting(request, person);
        Optional<Secret> cookie = Cookies.ARRIVAL.read(request);
        Cookies.ARRIVAL.forget(request, response);
        if (cookie.isEmpty() || !store.take(cookie.get().hash())) {
            throw over();
        }
        return arrival;
    }

    private static Problem over() {
        return new Problem(
                Problem.Kind.GONE,
                Text.of(
                        "結び付ける外部アカウントがありません。30分の期限が過ぎたか、別のブラウザーで開いています。",
                        "There is no account waiting to be linked. Its 30 minutes are over, or this is another browser."),
                Text.of("サインインの画面から、もう一度始めてください。", "Begin again from the sign-in page."));
    }
}

package tsukasa.identity.token;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.TokenScope;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;

/// One's own API tokens.
@Controller
@Permit(value = Permission.SIGNED_IN, fresh = true)
class TokenController {
    static final List<Integer> DAYS = List.of(30, 90, 365);
    private static final int MOST = 50;
    private final TokenDesk desk;
    private final TokenStore tokens;
    private final Notices notices;
    private final Clock clock;

    TokenController(TokenDesk desk, TokenStore tokens, Notices notices, Clock clock) {
        this.desk = desk;
        this.tokens = tokens;
        this.notices = notices;
        this.clock = clock;
    }

    @Permit(Permission.SIGNED_IN)
    @GetMapping("/me/tokens")
    TokensPage list(Frame frame, Visitor visitor) {
        return TokensPage.of(frame, tokens.of(visitor.id()), clock.instant());
    }

    @GetMapping("/me/tokens/new")
    NewTokenPage form(Frame frame, Visitor visitor) {
        return new NewTokenPage(frame, visitor, "", List.of(), "90", Errors.none());
    }

    /// Answers with the token itself: it is kept nowhere, so there is nothing to come back to.
    @PostMapping("/me/tokens")
    Answer make(
            Frame frame,
            Visitor visitor,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> scope,
            @RequestParam(defaultValue = "") String days) {
        Errors errors = Errors.none();
        Optional<String> called = name(name);
        if (called.isEmpty()) {
            errors =
                    errors.with("name", frame.say("名前を1文字から100文字までで入力してください。", "Enter a name of 1 to 100 characters."));
        }
        Set<TokenScope> scopes = scopes(scope);
        if (scopes.isEmpty() || scopes.stream().anyMatch(one -> !visitor.may(one.permission()))) {
            errors = errors.with("scope", frame.say("範囲を1つ以上選んでください。", "Choose at least one scope."));
        }
        Optional<Integer> valid = DAYS.stream()
                .filter(number -> String.valueOf(number).equals(days))
                .findFirst();
        if (valid.isEmpty()) {
            errors = errors.with("days", frame.say("期限を選んでください。", "Choose how long it is valid."));
        }
        if (called.isEmpty() || valid.isEmpty() || !errors.isEmpty()) {
            return new NewTokenPage(frame, visitor, shortened(name), scope, days, errors);
        }
        if (tokens.of(visitor.id()).stream()
                        .filter(one -> one.revokedAt() == null)
                        .count()
                >= MOST) {
            throw tooMany();
        }
        ApiToken token = desk.make(visitor.id(), called.get(), scopes, Duration.ofDays(valid.get()));
        response.setHeader("Cache-Control", "no-store");
        return new TokenMadePage(frame, called.get(), token.text());
    }

    @PostMapping("/me/tokens/{id}/revocation")
    Redirect revoke(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String id) {
        if (!desk.revoke(visitor.id(), id)) {
            throw Problem.notFound(
                    Text.of("このAPIトークンは、ないか、すでに取り消されています。", "There is no such token, or it is revoked already."));
        }
        notices.leave(
                request, new Notice(Notice.Kind.DONE, frame.say("APIトークンを取り消しました。", "The token was revoked."), null));
        return new Redirect("/me/tokens");
    }

    private static Set<TokenScope> scopes(List<String> names) {
        Set<TokenScope> scopes = new LinkedHashSet<>();
        for (String name : names) {
            Optional<TokenScope> scope = TokenScope.ofName(name);
            if (scope.isEmpty()) {
                return Set.of();
            }
            scopes.add(scope.get());
        }
        return scopes;
    }

    private static Optional<String> name(String typed) {
        String text = typed.strip();
        boolean line = text.chars().noneMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029');
        return text.isEmpty() || text.length() > 100 || !line ? Optional.empty() : Optional.of(text);
    }

    private static String shortened(String typed) {
        return typed.substring(0, Math.min(200, typed.length()));
    }

    private static Problem tooMany() {
        return new Problem(
                Problem.Kind.CONFLICT,
                Text.of("有効なAPIトークンは50個までです。", "You can have 50 valid tokens."),
                Text.of("使っていないものを取り消してください。", "Revoke those you do not use."));
    }
}

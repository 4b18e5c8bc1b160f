package tsukasa.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A provider of identity in this JVM that keeps the rules of OpenID Connect, over real HTTP with real keys, until a
/// test makes it break one.
public final class IdentityProvider {
    public static final String CLIENT = "tsukasa-test";
    public static final String SECRET = "a secret & more";
    private final String folder;
    private final HttpServer server;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> granted = new ConcurrentHashMap<>();
    private final Set<String> assertions = ConcurrentHashMap.newKeySet();
    private volatile @Nullable RSAKey clientKey;
    private volatile RSAKey key = fresh();
    private volatile RSAKey signing = key;
    private volatile Hostile hostile = Hostile.NOT;
    private volatile Map<String, Object> user = Map.of("sub", "nobody");
    private volatile Map<String, Object> inToken = Map.of();
    private volatile UnaryOperator<JWTClaimsSet.Builder> twist = UnaryOperator.identity();

    /// What it may do wrong.
    public enum Hostile {
        NOT,
        UNSIGNED,
        SIGNED_WITH_PUBLIC_KEY_AS_SECRET,
        SIGNED_BY_SOMEBODY_ELSE,
        OTHER_SUBJECT_IN_USERINFO,
        SILENT,
        BROKEN,
        NO_ID_TOKEN
    }

    /// @param folder where its endpoints lie, such as `/oauth/`
    public IdentityProvider(String folder) {
        this.folder = folder;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort() + folder;
    }

    /// Who is signed in there from now on, and what the userinfo endpoint says of them.
    public IdentityProvider is(Map<String, Object> claims) {
        user = Map.copyOf(claims);
        inToken = Map.of();
        hostile = Hostile.NOT;
        twist = UnaryOperator.identity();
        return this;
    }

    public IdentityProvider saysInToken(Map<String, Object> claims) {
        inToken = Map.copyOf(claims);
        return this;
    }

    public IdentityProvider turns(Hostile how) {
        hostile = how;
        return this;
    }

    public IdentityProvider twists(UnaryOperator<JWTClaimsSet.Builder> how) {
        twist = how;
        return this;
    }

    /// From now on its clients prove who they are with this key, and what it says of people is signed.
    public IdentityProvider wantsKey(RSAKey publicKey) {
        clientKey = publicKey;
        return this;
    }

    private boolean assertedBy(RSAKey known, Map<String, String> form) throws JOSEException {
        try {
            SignedJWT assertion = SignedJWT.parse("" + form.get("client_assertion"));
            JWTClaimsSet says = assertion.getJWTClaimsSet();
            return assertion.verify(new RSASSAVerifier(known))
                    && CLIENT.equals(says.getIssuer())
                    && CLIENT.equals(says.getSubject())
                    && says.getAudience().contains(issuer() + "/token")
                    && says.getExpirationTime().toInstant().isAfter(Instant.now())
                    && assertions.add("" + says.getJWTID())
                    && "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
                            .equals(form.get("client_assertion_type"));
        } catch (ParseException unreadable) {
            return false;
        }
    }

    /// From now on it signs with a new key, and publishes only that.
    public void rotate() {
        key = fresh();
        signing = key;
    }

    /// What its page does when somebody agrees: the address they are sent back to.
    public URI agree(String asked) {
        Map<String, String> query = parameters(URI.create(asked).getRawQuery());
        require(CLIENT.equals(query.get("client_id")), "client_id");
        require("code".equals(query.get("response_type")), "response_type");
        require("S256".equals(query.get("code_challenge_method")), "PKCE");
        require(("" + query.get("scope")).contains("openid"), "scope");
        require(query.get("nonce") != null && query.get("state") != null, "nonce, state");
        String code = UUID.randomUUID().toString();
        codes.put(code, query);
        return back(query, "code", code);
    }

    public URI refuse(String asked, String error) {
        return back(parameters(URI.create(asked).getRawQuery()), "error", error);
    }

    private static URI back(Map<String, String> query, String name, String value) {
        return URI.create(query.get("redirect_uri") + "?" + name + "=" + value + "&state=" + query.get("state"));
    }

    private static void require(boolean kept, String rule) {
        if (!kept) {
            throw new IllegalStateException("a request for authorisation breaks the rule of " + rule);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String base = folder.endsWith("/") ? folder : folder + "/";
            if (path.equals(base + ".well-known/openid-configuration")) {
                reply(exchange, 200, discovery(issuer().endsWith("/") ? issuer() : issuer() + "/"));
            } else if (path.equals(base + "authorize")) {
                page(exchange);
            } else if (path.equals(base + "certs")) {
                reply(exchange, 200, new JWKSet(key.toPublicJWK()).toJSONObject());
            } else if (path.equals(base + "token")) {
                token(exchange);
            } else if (path.equals(base + "userinfo")) {
                userinfo(exchange);
            } else {
                reply(exchange, 404, Map.of());
            }
        } catch (JOSEException | InterruptedException e) {
            throw new IOException(e);
        }
    }

    private Map<String, Object> discovery(String base) {
        return Map.of(
                "issuer", issuer(),
                "authorization_endpoint", base + "authorize",
                "token_endpoint", base + "token",
                "userinfo_endpoint", base + "userinfo",
                "jwks_uri", base + "certs");
    }

    private void page(HttpExchange exchange) throws IOException {
        String asked = exchange.getRequestURI().toString();
        String html =
                "<!doctype html><html lang=ja><title>provider</title><link rel=icon href=\"data:,\"><h1>認可</h1><a id=yes href=\""
                        + agree(asked).toString().replace("&", "&amp;") + "\">同意する</a> <a id=no href=\""
                        + refuse(asked, "access_denied").toString().replace("&", "&amp;") + "\">やめる</a></html>";
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        write(exchange, 200, html);
    }

    private void token(HttpExchange exchange) throws IOException, JOSEException, InterruptedException {
        if (hostile == Hostile.SILENT) {
            Thread.sleep(3_000);
        }
        if (hostile == Hostile.BROKEN) {
            reply(exchange, 500, Map.of());
            return;
        }
        Map<String, String> form =
                parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove("" + form.get("code"));
        String pair = URLEncoder.encode(CLIENT, StandardCharsets.UTF_8) + ":"
                + URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        String basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (clientKey == null ? !basic.equals(header) : !assertedBy(clientKey, form)) {
            reply(exchange, 401, Map.of("error", "invalid_client"));
        } else if (asked == null
                || !("" + asked.get("redirect_uri")).equals(form.get("redirect_uri"))
                || !("" + asked.get("code_challenge")).equals(challenge("" + form.get("code_verifier")))) {
            reply(exchange, 400, Map.of("error", "invalid_grant"));
        } else {
            String access = UUID.randomUUID().toString();
            granted.put(access, user);
            Map<String, Object> tokens =
                    new HashMap<>(Map.of("access_token", access, "token_type", "Bearer", "expires_in", 3600));
            if (hostile != Hostile.NO_ID_TOKEN) {
                tokens.put("id_token", idToken("" + asked.get("nonce")));
            }
            reply(exchange, 200, tokens);
        }
    }

    private String idToken(String nonce) throws JOSEException {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("" + user.get("sub"))
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(3600)))
                .claim("nonce", nonce);
        inToken.forEach(claims::claim);
        JWTClaimsSet set = twist.apply(claims).build();
        return switch (hostile) {
            case UNSIGNED -> new PlainJWT(set).serialize();
            case SIGNED_WITH_PUBLIC_KEY_AS_SECRET -> {
                SignedJWT jwt = new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.HS256)
                                .keyID(key.getKeyID())
                                .build(),
                        set);
                jwt.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
                yield jwt.serialize();
            }
            case SIGNED_BY_SOMEBODY_ELSE ->
                signed(new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate(), set);
            default -> signed(signing, set);
        };
    }

    private static String signed(RSAKey by, JWTClaimsSet set) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(by.getKeyID()).build(), set);
        jwt.sign(new RSASSASigner(by));
        return jwt.serialize();
    }

    private void userinfo(HttpExchange exchange) throws IOException, JOSEException {
        String header = "" + exchange.getRequestHeaders().getFirst("Authorization");
        Map<String, Object> known = granted.get(header.replace("Bearer ", ""));
        if (known == null) {
            reply(exchange, 401, Map.of("error", "invalid_token"));
            return;
        }
        Map<String, Object> says = new TreeMap<>(known);
        if (hostile == Hostile.OTHER_SUBJECT_IN_USERINFO) {
            says.put("sub", "somebody-else");
        }
        if (clientKey == null) {
            reply(exchange, 200, says);
            return;
        }
        JWTClaimsSet.Builder particulars =
                new JWTClaimsSet.Builder().issuer(issuer()).audience(CLIENT);
        says.forEach(particulars::claim);
        exchange.getResponseHeaders().set("Content-Type", "application/jwt");
        write(exchange, 200, signed(signing, particulars.build()));
    }

    private static void reply(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        write(exchange, status, JsonMapper.shared().writeValueAsString(body));
    }

    private static void write(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static RSAKey fresh() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> parameters.put(
                        pair[0], URLDecoder.decode(pair.length > 1 ? pair[1] : "", StandardCharsets.UTF_8)));
        return parameters;
    }
}

package tsukasa.identity.access;

import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servletapi.SecurityContextHolderAwareRequestFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tsukasa.identity.AccessSettings;
import tsukasa.identity.TokenHolders;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class AccessSetup implements WebMvcConfigurer {
    private static final String CONTENT_SECURITY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String NO_DEVICES = "accelerometer=(), camera=(), display-capture=(), geolocation=(), "
            + "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), interest-cohort=()";
    /// Questions too long for an address: they change nothing, so that nobody gains by forging them.
    private static final String[] ASKED_BY_MACHINES = {
        "/v1/query", "/v1/querybatch", "/myjvn", "/cvesearch", "/api/sbom-check", "/sbom-check/sent"
    };

    /// RFC 8058: mail programs end a subscription by themselves; what proves it is the secret in the address.
    private static final String[] PROVEN_BY_THEIR_ADDRESS = {"/alerts/mail/stop/*"};

    private final Gatekeeper gatekeeper;

    AccessSetup(Gatekeeper gatekeeper) {
        this.gatekeeper = gatekeeper;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(gatekeeper);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new VisitorArgument());
    }

    /// Permission is the gatekeeper's; here stand sessions, forgery tokens and headers.
    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            CsrfTokenRepository tokens,
            SessionVisitors visitors,
            TokenHolders holders,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems)
            throws Exception {
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .securityContext(context -> context.securityContextRepository(visitors))
                .addFilterAfter(new BearerFilter(holders, problems), SecurityContextHolderFilter.class)
                .addFilterAfter(new VisitorFilter(), SecurityContextHolderAwareRequestFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens).ignoringRequestMatchers(BearerFilter::shown))
                .csrf(csrf -> csrf.ignoringRequestMatchers(ASKED_BY_MACHINES))
                .csrf(csrf -> csrf.ignoringRequestMatchers(PROVEN_BY_THEIR_ADDRESS))
                .exceptionHandling(refused -> refused.accessDeniedHandler(asPage(problems)))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(AccessSetup::headers)
                .build();
    }

    /// Kept in a cookie, so that a form needs no session; the cookie comes with the first page that has a form.
    @Bean
    static CsrfTokenRepository forgeryTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("csrf");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    private static AccessDeniedHandler asPage(HandlerExceptionResolver problems) {
        return (request, response, _) ->
                problems.resolveException(request, response, null, ForgedForm.problem(request));
    }

    /// Forms need a referrer within our own site; other sites learn nothing.
    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY))
                .permissionsPolicyHeader(policy -> policy.policy(NO_DEVICES))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(
                        hsts -> hsts.maxAgeInSeconds(31_536_000).includeSubDomains(false))
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable);
    }
}

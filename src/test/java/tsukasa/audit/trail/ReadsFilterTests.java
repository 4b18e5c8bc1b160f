package tsukasa.audit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// What a visitor gets over the wire when a read of theirs could not be written down.
class ReadsFilterTests {
    @TempDir
    Path folder;

    /// Says all about a file first, as downloads do, and another thing when that may not leave.
    private static final class Download extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentLengthLong(5_000);
            response.setHeader("ETag", "\"of the file\"");
            response.setDateHeader("Last-Modified", 0);
            response.setHeader("X-Frame-Options", "DENY");
            RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
            Objects.requireNonNull(PendingReads.present())
                    .add(CompletableFuture.failedFuture(new IllegalStateException("no room")));
            RequestContextHolder.resetRequestAttributes();
            try {
                open(request, response);
            } catch (IllegalStateException notWritten) {
                response.setStatus(500);
                response.getOutputStream().print("sorry");
            }
        }

        private static void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getPathInfo().equals("/words")) {
                response.getWriter().print("confidential");
            } else {
                response.getOutputStream().print("confidential");
            }
        }
    }

    private Tomcat started() throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector()
                .setProperty("address", InetAddress.getLoopbackAddress().getHostAddress());
        Context context = tomcat.addContext("", folder.toString());
        FilterDef reads = new FilterDef();
        reads.setFilterName("reads");
        reads.setFilter(new ReadsFilter());
        context.addFilterDef(reads);
        FilterMap everywhere = new FilterMap();
        everywhere.setFilterName("reads");
        everywhere.addURLPattern("/*");
        context.addFilterMap(everywhere);
        Tomcat.addServlet(context, "download", new Download()).addMapping("/*");
        tomcat.start();
        return tomcat;
    }

    @Test
    void what_is_answered_instead_of_a_file_goes_out_under_its_own_length() throws Exception {
        Tomcat tomcat = started();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path : new String[] {"/bytes", "/words"}) {
                URI address =
                        URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + path);
                HttpResponse<String> answer =
                        client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(500);
                assertThat(answer.body()).isEqualTo("sorry");
                assertThat(answer.headers().map())
                        .doesNotContainKeys("etag", "last-modified")
                        .containsKey("x-frame-options");
            }
        } finally {
            tomcat.stop();
            tomcat.destroy();
        }
    }
}

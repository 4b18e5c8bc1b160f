package tsukasa.kernel.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;
import tsukasa.kernel.Problem.Kind;
import tsukasa.kernel.Text;

/// Stands before the server's own way to the filters, and lets through what it does not answer itself.
abstract class PassedOn implements Adapter {
    private final Adapter usual;

    PassedOn(Adapter usual) {
        this.usual = usual;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        usual.service(request, response);
    }

    /// In plain words of both languages: nothing is known yet of who asks, and how they want to be answered.
    static void refuse(Response response, int status, Kind kind) throws Exception {
        Text title = ProblemKinds.title(kind);
        Text next = ProblemKinds.next(kind);
        byte[] words = (title.ja() + "。" + next.ja() + "\n\n" + title.en() + ". " + next.en() + "\n")
                .getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.addHeader("X-Content-Type-Options", "nosniff");
        response.addHeader("Cache-Control", "no-store");
        response.setContentLength(words.length);
        response.doWrite(ByteBuffer.wrap(words));
        response.action(ActionCode.CLOSE, null);
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return usual.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent event) throws Exception {
        return usual.asyncDispatch(request, response, event);
    }

    @Override
    public void log(Request request, Response response, long time) {
        usual.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        usual.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return usual.getDomain();
    }
}

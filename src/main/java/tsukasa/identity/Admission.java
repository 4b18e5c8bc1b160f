package tsukasa.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;

/// The one place where a request becomes a signed-in session, whatever proved who it is.
public interface Admission {
    /// The session gets a new id, so that one planted before is worth nothing.
    void admit(UUID person, Proof.Way way, HttpServletRequest request, HttpServletResponse response);

    /// The person of this session proved who they are once more. The session gets a new id here, too.
    void raise(Proof.Way way, HttpServletRequest request, HttpServletResponse response);

    /// Ends the session.
    void dismiss(HttpServletRequest request, HttpServletResponse response);

    /// From now on this session acts for the organisation.
    void actFor(UUID organisation, HttpServletRequest request);
}

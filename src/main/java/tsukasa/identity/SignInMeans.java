package tsukasa.identity;

import java.util.UUID;

/// What a person has besides the mailbox to prove who they are.
public interface SignInMeans {
    Means of(UUID person);

    /// Takes all of them away and ends the person's sessions; they begin anew with a mail link.
    void forget(UUID person);

    /// @param passkeys      that are not locked
    /// @param codes         whether an app makes one-time codes
    /// @param recoveryCodes how many are left
    record Means(int passkeys, boolean codes, int recoveryCodes) {
        /// Without either a second proof cannot be asked for.
        public boolean none() {
            return passkeys == 0 && !codes;
        }
    }
}

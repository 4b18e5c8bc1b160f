package tsukasa.mail.outbox;

/// Takes letters out of the house.
interface Carrier {
    /// One connection for many letters.
    Round start() throws CarrierAway;

    /// Whether somebody else keeps the letters from here on, so that we need not.
    boolean leavesTheHouse();

    interface Round extends AutoCloseable {
        Handover handOver(Waiting waiting) throws CarrierAway;

        @Override
        void close();
    }

    /// Nobody takes letters at the moment; none of them is at fault.
    final class CarrierAway extends Exception {
        CarrierAway(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}

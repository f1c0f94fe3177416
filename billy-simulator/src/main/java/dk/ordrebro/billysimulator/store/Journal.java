package dk.ordrebro.billysimulator.store;

/** Keeps the changes of one company so that they outlive the process. */
interface Journal {

    /** Returns when the change has left the process; throws when it cannot be kept. */
    void append(Change change);

    void close();

    /** Forgets everything. */
    void delete();

    /** Keeps nothing: the company lives in memory only. */
    Journal NONE = new Journal() {
        @Override
        public void append(Change change) {}

        @Override
        public void close() {}

        @Override
        public void delete() {}
    };
}

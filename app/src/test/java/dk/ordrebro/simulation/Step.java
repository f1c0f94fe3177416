package dk.ordrebro.simulation;

/**
 * One deed of a story. Its numbers name things by their place among those there are when it is done, so that a story stays playable when steps
 * are taken out of it.
 */
record Step(Deed deed, int which, int how) {

    /** What can happen, and how often compared with other things. */
    enum Deed {
        SHOP_SELLS(12),
        SHOP_EDITS(5),
        SHOP_SHIPS(9),
        SHOP_CANCELS_SHIPMENT(2),
        SHOP_TAKES_BACK(4),
        SHOP_PAYS_BACK(2),
        SHOP_CALLS(6),
        SHOP_FALLS_SILENT(1),
        SHOP_SPEAKS(2),
        ROUND(12),
        HANDLE(8),
        HANDLE_PART(5),
        UNDO(6),
        TAKE_BACK(5),
        RELEASE(5),
        SKIP(1),
        RESUME(1),
        ANSWER(3),
        APPROVE(4),
        APPROVE_ALL(1),
        STOP_APPROVING(1),
        MAKE_RIGHT(4),
        LEAVE(1),
        MAKE_AGAIN(3),
        LET_BE_GONE(1),
        SAY_WHAT_FOR(2),
        BILLY_APPROVES(4),
        BILLY_DELETES(3),
        BILLY_VOIDS(2),
        KEY_DIES(1),
        KEY_IS_RENEWED(2),
        TEMPLATE_CHANGES(1),
        STORM(4),
        CALM(3),
        COMMIT_FAILS(3),
        DRAIN(22),
        TIME(14),
        LOOK(3),
        PROOF(3);

        final int weight;

        Deed(int weight) {
            this.weight = weight;
        }
    }
}

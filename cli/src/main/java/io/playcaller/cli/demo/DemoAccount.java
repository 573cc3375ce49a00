package io.playcaller.cli.demo;

/**
 * An account of the demo company.
 *
 * @param arrUnits ARR in whole US dollars
 * @param activePeople of its paid seats, while all is well
 * @param csm staff id; empty for an account that its pool serves
 */
record DemoAccount(
        String id,
        String name,
        Persona persona,
        Tier tier,
        String country,
        String zone,
        long arrUnits,
        int seats,
        int activePeople,
        String csm,
        String accountManager,
        int contractEndsInDays) {

    /** The commercial sizes of DEFAULTS §1. */
    enum Tier {
        ENTERPRISE(100_000, 280_000, 30, 44),
        MID_MARKET(25_000, 95_000, 14, 26),
        POOLED(5_200, 24_000, 6, 12),
        TECH_TOUCH(1_000, 4_800, 3, 5);

        final int leastArr;
        final int mostArr;
        final int leastSeats;
        final int mostSeats;

        Tier(int leastArr, int mostArr, int leastSeats, int mostSeats) {
            this.leastArr = leastArr;
            this.mostArr = mostArr;
            this.leastSeats = leastSeats;
            this.mostSeats = mostSeats;
        }
    }

    /** The customer's own id of one of its people. */
    String person(int number) {
        return id + "-u" + number;
    }
}

package io.playcaller.cli.evaluate;

import io.playcaller.forecast.engine.capacity.Promise;
import io.playcaller.forecast.engine.capacity.Sharing;
import io.playcaller.forecast.engine.capacity.Staffing;
import io.playcaller.forecast.engine.capacity.WorkStream;
import io.playcaller.forecast.engine.capacity.Workload;
import java.util.List;

/**
 * A role of a company whose plan is checked.
 *
 * @param busiest percent of productive time that tasks may fill
 */
record CapacityRole(String name, Staffing staffing, Promise promise, int busiest) {

    /** Of an office day. */
    static final int OFFICE_MINUTES = 480;

    /** Of a quarter, 8 of them off; of the hours of the others 60% go into tasks. */
    static final int WORKING_DAYS = 65;

    private static final double QUARTER = WORKING_DAYS * OFFICE_MINUTES;

    private static final double PRODUCTIVE = 0.6 * 57 / WORKING_DAYS;

    static CapacityRole of(String name, Sharing sharing, Promise promise, int busiest, List<WorkStream> streams) {
        return new CapacityRole(
                name, new Staffing(new Workload(streams, QUARTER, PRODUCTIVE), sharing), promise, busiest);
    }

    /** A company of 60 enterprise, 300 mid-market, 1,000 pooled and 4,000 small customers. */
    static List<CapacityRole> example() {
        Promise day = new Promise(90, OFFICE_MINUTES);
        return List.of(
                of(
                        "csm",
                        Sharing.OWN_BOOK,
                        day,
                        85,
                        List.of(
                                new WorkStream("usage-drop", 400, 60),
                                new WorkStream("sponsor-left", 60, 90),
                                new WorkStream("renewals", 340, 120),
                                new WorkStream("onboarding", 120, 40))),
                of(
                        "digital-csm",
                        Sharing.POOL,
                        day,
                        85,
                        List.of(new WorkStream("gone-silent", 900, 30), new WorkStream("seats-near-limit", 300, 45))),
                of(
                        "renewals-manager",
                        Sharing.POOL,
                        day,
                        85,
                        List.of(new WorkStream("renewals", 1_000, 60), new WorkStream("invoice-overdue", 120, 30))),
                of(
                        "onboarding",
                        Sharing.OWN_BOOK,
                        new Promise(90, 240),
                        85,
                        List.of(new WorkStream("onboarding", 240, 75), new WorkStream("milestone-missed", 80, 60))),
                of(
                        "support-lead",
                        Sharing.POOL,
                        new Promise(95, 30),
                        85,
                        List.of(new WorkStream("severe-ticket", 150, 120))));
    }
}

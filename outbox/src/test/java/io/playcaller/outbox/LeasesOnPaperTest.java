package io.playcaller.outbox;

import io.playcaller.outbox.relay.Leases;

class LeasesOnPaperTest extends LeasesConformance {

    private final Leases leases = new LeasesOnPaper();

    @Override
    Leases leases() {
        return leases;
    }
}

package io.playcaller.health.engine.fact;

import io.playcaller.contracts.register.Owner;
import java.util.List;

/** Who of our people holds which role. */
public record Owners(List<Owner> list) {

    static final int KEPT = 24;

    public Owners {
        list = List.copyOf(list);
    }
}

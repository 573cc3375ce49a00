package io.playcaller.router.play;

import io.playcaller.contracts.health.SignalChanged;

/**
 * Something that holds on an account.
 *
 * @param workedOn whether somebody works on it, or will once the volume brake lets it go
 */
public record OpenSignal(SignalChanged signal, boolean workedOn) {}

package io.playcaller.bench.health;

/**
 * Both contenders on one log.
 *
 * @param records what the log held, ticks and all
 * @param accounts that both kept at the end
 * @param announced how many changes of health the service said
 */
public record HealthFigures(
        HealthLoad load, long records, long accounts, long announced, FoldFigures service, FoldFigures peer) {

    /** How many times the CPU of the service's process the peer's needed for an event. */
    public double ratioOfProcesses() {
        return peer.counted().processMicros() / service.counted().processMicros();
    }

    /** The same with the broker on both sides, and PostgreSQL on that of the service. */
    public double ratioInAll() {
        return peer.counted().microsInAll() / service.counted().microsInAll();
    }
}

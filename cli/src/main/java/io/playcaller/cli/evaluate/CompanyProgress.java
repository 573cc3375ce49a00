package io.playcaller.cli.evaluate;

import io.playcaller.cli.Terminal;
import io.playcaller.forecast.lab.truth.TruthCheck;
import io.playcaller.forecast.lab.truth.World;

/** How many generated companies are forecast: a line each. */
final class CompanyProgress implements TruthCheck.Progress {

    private final Terminal terminal;
    private final World world;
    private final int of;
    private final long startedNanos = System.nanoTime();

    CompanyProgress(Terminal terminal, World world, int of) {
        this.terminal = terminal;
        this.world = world;
        this.of = of;
    }

    @Override
    public synchronized void done(int companies) {
        terminal.line("%s: forecast %,d of %,d companies, %,d s"
                .formatted(world.sentence(), companies, of, (System.nanoTime() - startedNanos) / 1_000_000_000L));
    }
}

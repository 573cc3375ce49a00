package io.playcaller.cli.work;

import io.playcaller.cli.Installation;
import io.playcaller.cli.http.Http;
import io.playcaller.cli.http.Session;
import io.playcaller.quickstart.Home;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code token}. */
@Command(
        name = "token",
        description = "Print a short-lived token, as in: curl -H \"Authorization: Bearer $(./playcaller token)\" …",
        mixinStandardHelpOptions = true)
public final class TokenCommand implements Callable<Integer> {

    private final Home home;

    @Spec
    private CommandSpec spec;

    public TokenCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.println(Session.open(Installation.running(home), new Http()).token());
        out.flush();
        return 0;
    }
}

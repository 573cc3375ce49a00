package io.playcaller.quickstart;

import io.playcaller.embedded.BackingServiceException;
import io.playcaller.embedded.BackingServices;
import io.playcaller.embedded.StartListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Services and servers whose supervisor was killed: they still run, and nobody watches them. */
public final class LeftOvers {

    private static final long GRACE_SECONDS = 40;

    private LeftOvers() {}

    /**
     * Ends those of an installation and waits: services first, then what they stand on. They are found by their command
     * lines, so that it does not matter what a killed run could still write down. Call only while no supervisor lives.
     *
     * @return the names of those that were found
     * @throws QuickstartException if one does not end, or its data are in use by a process that lives
     */
    public static List<String> end(Home home) {
        Map<ProcessHandle, Service> services = services(home);
        services.keySet().forEach(ProcessHandle::destroy);
        services.keySet().forEach(LeftOvers::awaitEnd);
        List<String> ended =
                new ArrayList<>(services.values().stream().map(Service::module).toList());
        try {
            BackingServices.endLeftOvers(home.data(), StartListener.SILENT)
                    .forEach(server -> ended.add(Backing.partOf(server)));
        } catch (BackingServiceException e) {
            throw new QuickstartException(String.valueOf(e.getMessage()), e);
        }
        return ended;
    }

    private static Map<ProcessHandle, Service> services(Home home) {
        return ProcessHandle.allProcesses()
                .flatMap(process -> service(process, home).map(service -> Map.entry(process, service)).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Optional<Service> service(ProcessHandle process, Home home) {
        return process.info()
                .commandLine()
                .flatMap(line -> List.of(Service.values()).stream()
                        .filter(service -> ServiceProcess.isOf(line, service, home))
                        .findFirst());
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QuickstartException("interrupted while process %d ended".formatted(process.pid()), e);
        }
    }
}

package io.playcaller.cli;

import io.playcaller.quickstart.Home;
import java.lang.reflect.Constructor;
import picocli.CommandLine.IFactory;

/** Makes the commands: each gets the installation through its constructor. */
final class Parts implements IFactory {

    private final Home home;

    Parts(Home home) {
        this.home = home;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Home.class) {
                return type.cast(constructor.newInstance(home));
            }
        }
        return picocli.CommandLine.defaultFactory().create(type);
    }
}

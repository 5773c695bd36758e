package whetstone.model.learning.dl4j;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;

/**
 * Shows ND4J the services of one backend only. Where two are on the class path ND4J takes the GPU's if any GPU answers, also one that it
 * holds no machine code for, and fails at the first operation; the environment variables that order them can't be set from Java.
 */
final class OneBackend extends ClassLoader {
    private static final String SERVICES = "META-INF/services/org.nd4j";
    private final String hiddenJar;

    /** @param hiddenJar how the hidden backend's jar begins, as "nd4j-cuda" */
    OneBackend(ClassLoader parent, String hiddenJar) {
        super(parent);
        this.hiddenJar = hiddenJar;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        Enumeration<URL> all = super.getResources(name);
        if (!name.startsWith(SERVICES)) {
            return all;
        }
        return Collections.enumeration(Collections.list(all).stream().filter(url -> !isHidden(url)).toList());
    }

    private boolean isHidden(URL url) {
        return url.getPath().contains("/" + hiddenJar + "-");
    }
}

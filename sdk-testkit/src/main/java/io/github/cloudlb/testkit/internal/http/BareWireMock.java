package io.github.cloudlb.testkit.internal.http;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.Extension;
import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;

import java.io.File;
import java.util.List;

/**
 * WireMock without what a test kit does not need. Reading stubs from files and the client for proxying took half of
 * the time of the first start in a JVM; and the files would be those in src/test/resources of whoever runs it.
 */
public final class BareWireMock {

    private BareWireMock() {}

    public static WireMockConfiguration with(Extension extension, int port) {
        File nowhere = new File(System.getProperty("java.io.tmpdir"), "cloudlb-testkit-has-no-files");
        return WireMockConfiguration.options()
                .port(port)
                .bindAddress("127.0.0.1")
                .withRootDirectory(nowhere.getPath())
                .mappingSource(new NoFiles())
                .httpClientFactory((options, trustAll, trusted, systemProperties) -> request -> {
                    throw new UnsupportedOperationException("The test kit is no proxy");
                })
                .extensionScanningEnabled(false)
                .templatingEnabled(false)
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .http2PlainDisabled(true)
                .gzipDisabled(true)
                .disableOptimizeXmlFactoriesLoading(true)
                .containerThreads(32)
                .extensions(extension);
    }

    private static final class NoFiles implements MappingsSource {

        @Override
        public void loadMappingsInto(StubMappings stubs) {}

        @Override
        public void save(List<StubMapping> stubs) {}

        @Override
        public void save(StubMapping stub) {}

        // Deprecated, but abstract.
        @Override
        @SuppressWarnings("removal")
        public void remove(StubMapping stub) {}

        @Override
        public void removeAll() {}
    }
}

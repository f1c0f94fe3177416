package dk.ordrebro.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideAddressesTests {

    private final OutsideAddresses strict = new OutsideAddresses(false);
    private final OutsideAddresses lenient = new OutsideAddresses(true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "198.18.0.1",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.255",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "fe80::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "64:ff9b::7f00:1",
                "2001:db8::1",
                "2001::1",
                "2002:7f00:1::"
            })
    void knowsWhatLiesInside(String address) {
        assertThat(OutsideAddresses.isOutside(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.169.0.0",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450:400f::1"
            })
    void knowsWhatLiesOutside(String address) {
        assertThat(OutsideAddresses.isOutside(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://butik.example",
                "ftp://butik.example",
                "file:///etc/passwd",
                "https://",
                "butik.example",
                "https://ck:cs@butik.example",
                "https://butik.example/?a=b",
                "https://butik.example/#a",
                "https://butik .example",
                "http://127.0.0.1:8080"
            })
    void doesNotTakeOddUrls(String typed) {
        assertThat(strict.accept(typed)).isEmpty();
    }

    @Test
    void takesHttpsWithoutTrailingSlashes() {
        assertThat(strict.accept(" https://butik.example/shop// ")).get().hasToString("https://butik.example/shop");
    }

    @Test
    void takesPlainHttpForLoopbackWherePrivateAddressesAreAllowed() {
        assertThat(lenient.accept("http://127.0.0.1:8080")).isPresent();
        assertThat(lenient.accept("http://10.0.0.1")).isEmpty();
        assertThat(lenient.accept("http://butik.example")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "::ffff:169.254.169.254", "2130706433"})
    void doesNotResolveWhatLeadsInside(String host) {
        assertThatThrownBy(() -> strict.resolve(host)).isInstanceOf(java.net.UnknownHostException.class);
    }

    @Test
    void resolvesLoopbackWherePrivateAddressesAreAllowed() throws Exception {
        assertThat(lenient.resolve("127.0.0.1")).isNotEmpty();
    }
}

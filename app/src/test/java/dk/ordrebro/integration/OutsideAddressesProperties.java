package dk.ordrebro.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class OutsideAddressesProperties {

    /** Java's own judgement is narrower than ours, and never wider. */
    @Property(tries = 5_000)
    void neverTakesForOutsideWhatJavaKnowsToBeInside(@ForAll @Size(4) byte[] v4, @ForAll @Size(16) byte[] v6)
            throws UnknownHostException {
        for (byte[] bytes : new byte[][] {v4, v6}) {
            InetAddress address = InetAddress.getByAddress(bytes);
            boolean inside = address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || address.isLinkLocalAddress()
                    || address.isSiteLocalAddress()
                    || address.isMulticastAddress();

            assertThat(inside && OutsideAddresses.isOutside(address)).isFalse();
        }
    }

    @Property(tries = 5_000)
    void judgesAnIpv4AddressTheSameInsideAnIpv6One(@ForAll @Size(4) byte[] v4) throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        System.arraycopy(v4, 0, mapped, 12, 4);

        assertThat(OutsideAddresses.isOutside(InetAddress.getByAddress(mapped)))
                .isEqualTo(OutsideAddresses.isOutside(InetAddress.getByAddress(v4)));
    }

    @Property(tries = 2_000)
    void takesNoAddressOfAReservedBlockForOutside(@ForAll byte b, @ForAll byte c, @ForAll byte d)
            throws UnknownHostException {
        byte[][] blocks = {
            {10, b, c, d},
            {127, b, c, d},
            {0, b, c, d},
            {(byte) 192, (byte) 168, c, d},
            {(byte) 169, (byte) 254, c, d},
            {(byte) 172, (byte) (16 + (b & 15)), c, d},
            {100, (byte) (64 + (b & 63)), c, d},
            {(byte) (224 + (b & 31)), b, c, d}
        };

        for (byte[] block : blocks) {
            assertThat(OutsideAddresses.isOutside((Inet4Address) InetAddress.getByAddress(block)))
                    .isFalse();
        }
    }

    @Property(tries = 2_000)
    void takesOnlyGlobalUnicastForOutside(@ForAll @Size(16) byte[] v6) throws UnknownHostException {
        InetAddress address = InetAddress.getByAddress(v6);

        if (!(address instanceof Inet4Address) && (v6[0] & 0xe0) != 0x20) {
            assertThat(OutsideAddresses.isOutside(address)).isFalse();
        }
    }
}

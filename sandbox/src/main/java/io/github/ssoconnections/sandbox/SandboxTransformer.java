// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.ssoconnections.sandbox.rest.VendorApi;

/**
 * Handles every request of WireMock: records it, lets a fault have it, or hands it to the
 * API of its vendor.
 */
final class SandboxTransformer implements ResponseTransformerV2 {

	private static final int MAX_RECORDED = 10_000;

	private final Deque<RecordedRequest> recorded = new ArrayDeque<>();

	private final List<VendorApi> vendors;

	private final FaultRegistry faults;

	SandboxTransformer(List<VendorApi> vendors, FaultRegistry faults) {
		this.vendors = vendors;
		this.faults = faults;
	}

	@Override
	public String getName() {
		return "sandbox";
	}

	@Override
	public Response transform(Response response, ServeEvent event) {
		Request request = event.getRequest();
		record(RecordedRequest.of(request));
		String path = request.getUrl().split("\\?", 2)[0];
		return this.faults.apply(new Exchange(request, path, vendor(path)));
	}

	private VendorApi vendor(String path) {
		return this.vendors.stream().filter((api) -> api.serves(path)).findFirst().orElse(this.vendors.get(0));
	}

	private void record(RecordedRequest request) {
		synchronized (this.recorded) {
			if (this.recorded.size() == MAX_RECORDED) {
				this.recorded.removeFirst();
			}
			this.recorded.addLast(request);
		}
	}

	List<RecordedRequest> recorded() {
		synchronized (this.recorded) {
			return List.copyOf(this.recorded);
		}
	}

	void forget() {
		synchronized (this.recorded) {
			this.recorded.clear();
		}
	}

}

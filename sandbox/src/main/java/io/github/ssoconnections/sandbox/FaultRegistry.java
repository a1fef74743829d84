// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.tomakehurst.wiremock.http.Response;

/**
 * The faults that are on, oldest first.
 */
final class FaultRegistry {

	private final List<Fault> faults = new CopyOnWriteArrayList<>();

	private final AtomicInteger fired = new AtomicInteger();

	void add(Fault fault) {
		this.faults.removeIf(Fault::isOver);
		this.faults.add(fault);
	}

	void clear() {
		this.faults.forEach(Fault::clear);
		this.faults.clear();
	}

	/**
	 * End every fault but one, and leave no moment in which a request is served.
	 * @param last the fault that was added last
	 */
	void endAllBut(Fault last) {
		this.faults.stream().filter((fault) -> fault != last).forEach(Fault::clear);
	}

	void forget() {
		clear();
		this.fired.set(0);
	}

	int fired() {
		return this.fired.get();
	}

	/**
	 * Let the first fault that matches have the request.
	 * @param exchange the request, and what the API would do
	 * @return the response
	 */
	Response apply(Exchange exchange) {
		for (Fault fault : this.faults) {
			if (fault.fires(exchange)) {
				this.fired.incrementAndGet();
				return fault.apply(exchange);
			}
		}
		return exchange.process();
	}

}

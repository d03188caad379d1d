<?php
/**
 * The contract of a feature: one class, one switch, nothing done while it is off.
 *
 * @package Igny8\Toolkit
 */

namespace Igny8\Toolkit;

interface Feature {

	public function label(): string;

	public function description(): string;

	/**
	 * Adds the feature's hooks. Called only while it is switched on.
	 */
	public function boot(): void;
}

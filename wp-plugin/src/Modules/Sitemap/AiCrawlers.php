<?php
/**
 * Crawlers of AI companies, what each reads pages for, and what blocking it costs.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

/**
 * Names as their operators publish them. A preset only adds lines to the text of robots.txt; whether a crawler obeys is up to it.
 */
final class AiCrawlers {

	/**
	 * @return list<array{agent: string, company: string, purpose: 'training'|'search'|'user', note: string}>
	 */
	public static function all(): array {
		$training = __( 'Collects text to train models. Blocking it does not change how you are found in search.', 'igny8' );
		$search   = __( 'Builds the index of an AI search. Blocked, you are not named and linked in its answers.', 'igny8' );
		$user     = __( 'Opens a page when somebody asks for it in a chat. Blocked, the assistant cannot read or quote it.', 'igny8' );
		return array(
			self::crawler( 'GPTBot', 'OpenAI', 'training', $training ),
			self::crawler( 'ClaudeBot', 'Anthropic', 'training', $training ),
			self::crawler( 'Google-Extended', 'Google', 'training', __( 'A name for permission only: whether Google may use your pages for Gemini. Google Search is not touched by it.', 'igny8' ) ),
			self::crawler( 'Applebot-Extended', 'Apple', 'training', __( 'A name for permission only: whether Apple may use your pages for its models. Siri and Spotlight are not touched by it.', 'igny8' ) ),
			self::crawler( 'CCBot', 'Common Crawl', 'training', __( 'Makes a public archive of the web on which many models are trained.', 'igny8' ) ),
			self::crawler( 'Meta-ExternalAgent', 'Meta', 'training', $training ),
			self::crawler( 'Bytespider', 'ByteDance', 'training', $training ),
			self::crawler( 'Amazonbot', 'Amazon', 'training', __( 'Reads pages for Alexa and for training models.', 'igny8' ) ),
			self::crawler( 'OAI-SearchBot', 'OpenAI', 'search', $search ),
			self::crawler( 'Claude-SearchBot', 'Anthropic', 'search', $search ),
			self::crawler( 'PerplexityBot', 'Perplexity', 'search', $search ),
			self::crawler( 'ChatGPT-User', 'OpenAI', 'user', $user ),
			self::crawler( 'Claude-User', 'Anthropic', 'user', $user ),
			self::crawler( 'Perplexity-User', 'Perplexity', 'user', $user . ' ' . __( 'Its operator says that it may not follow robots.txt.', 'igny8' ) ),
		);
	}

	/**
	 * @return array{agent: string, company: string, purpose: string, note: string}
	 */
	private static function crawler( string $agent, string $company, string $purpose, string $note ): array {
		return array( 'agent' => $agent, 'company' => $company, 'purpose' => $purpose, 'note' => $note );
	}
}

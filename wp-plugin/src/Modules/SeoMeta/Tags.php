<?php
/**
 * What this module says in the `<head>` of a page: title, description, robots, canonical, neighbours, social tags, verification.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta;

use Igny8\Seo\Canonical;
use Igny8\Seo\Choices;
use Igny8\Seo\Resolver;
use Igny8\Seo\Robots;
use Igny8\Seo\Social;
use Igny8\Seo\Subject;

final class Tags {

	/**
	 * Service → name of the tag that its site verification asks for on the front page.
	 */
	private const VERIFICATION = array(
		'google'    => 'google-site-verification',
		'bing'      => 'msvalidate.01',
		'yandex'    => 'yandex-verification',
		'baidu'     => 'baidu-site-verification',
		'pinterest' => 'p:domain_verify',
		'facebook'  => 'facebook-domain-verification',
	);

	/**
	 * @return list<array{tag: string, attributes?: array<string, string>, content?: string}>
	 */
	public static function of( Subject $subject ): array {
		$page = Resolver::of( $subject );
		return array(
			array( 'tag' => 'title', 'content' => $page->title() ),
			...self::meta( 'description', $page->description() ),
			...self::meta( 'robots', Robots::text( $page->robots() ) ),
			...self::links( $page ),
			...self::author( $page ),
			...Social::tags( $page ),
			...( $subject->is_front() ? self::verification() : array() ),
		);
	}

	/**
	 * What depends on the request and not only on the page, put into tags that a cache may have kept: other plugins' filters
	 * of robots and of the title look at the query.
	 *
	 * @param list<array{tag: string, attributes?: array<string, string>, content?: string|array<mixed>}> $tags
	 * @return list<array{tag: string, attributes?: array<string, string>, content?: string|array<mixed>}>
	 */
	public static function refresh( array $tags, Subject $subject ): array {
		$robots = self::meta( 'robots', Robots::text( Resolver::of( $subject )->robots() ) );
		$tags   = array_values( array_filter( $tags, static fn( array $tag ) => 'robots' !== ( $tag['attributes']['name'] ?? '' ) ) );
		$title  = self::foreign_title( $subject );
		foreach ( $tags as $position => $tag ) {
			if ( 'title' === $tag['tag'] && '' !== $title ) {
				$tags[ $position ]['content'] = $title;
			}
		}
		array_splice( $tags, 1, 0, $robots );
		return $tags;
	}

	/**
	 * The title that another plugin gives a page of its own by WordPress' filter; '' where nobody does. Ours hangs there too.
	 */
	private static function foreign_title( Subject $subject ): string {
		global $wp_filter;
		$is_lone = count( array_merge( ...array_values( $wp_filter['pre_get_document_title']->callbacks ?? array() ) ) ) < 2;
		return $is_lone || ! did_action( 'wp' ) || Subject::current()->key() !== $subject->key() ? '' : html_entity_decode( (string) apply_filters( 'pre_get_document_title', '' ), ENT_QUOTES | ENT_HTML5, 'UTF-8' ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals.NonPrefixedHooknameFound -- WordPress' own hook.
	}

	/**
	 * @return list<array{tag: string, attributes: array<string, string>}>
	 */
	private static function meta( string $name, string $content ): array {
		return '' === $content ? array() : array( array( 'tag' => 'meta', 'attributes' => array( 'name' => $name, 'content' => $content ) ) );
	}

	/**
	 * @return list<array{tag: string, attributes: array<string, string>}>
	 */
	private static function links( Resolver $page ): array {
		$links = array( 'canonical' => empty( $page->robots()['noindex'] ) ? $page->canonical() : '' ) + Canonical::neighbours( $page->subject );
		$links = array_filter( $links, 'strlen' );
		return array_map( static fn( string $rel, string $url ) => array( 'tag' => 'link', 'attributes' => array( 'rel' => $rel, 'href' => $url ) ), array_keys( $links ), $links );
	}

	/**
	 * @return list<array{tag: string, attributes: array<string, string>}>
	 */
	private static function author( Resolver $page ): array {
		$is_signed = 'post' === $page->subject->kind && ! is_post_type_hierarchical( $page->subject->subtype ) && post_type_supports( $page->subject->subtype, 'author' );
		return $is_signed ? self::meta( 'author', $page->variables->value( 'author' ) ) : array();
	}

	/**
	 * @return list<array{tag: string, attributes: array<string, string>}>
	 */
	private static function verification(): array {
		$tags = array();
		foreach ( self::VERIFICATION as $service => $name ) {
			array_push( $tags, ...self::meta( $name, trim( (string) Choices::of( 'verification', $service ) ) ) );
		}
		return $tags;
	}
}
